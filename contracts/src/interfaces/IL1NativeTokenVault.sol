// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAssetHandler, IL1AssetHandler} from "./IAssetHandler.sol";

/// @title Where ether and tokens rest on L1 while they are used on chains
/// @notice Invariant: for every asset that comes from L1, what this contract holds is at least the sum of `chainBalance`
/// over all chains; a chain never gets more out than went in for it.
interface IL1NativeTokenVault is IAssetHandler, IL1AssetHandler {
    /// @notice Name of a token that is known here; zero if it is not.
    function assetId(address token) external view returns (bytes32);

    function tokenAddress(bytes32 assetId) external view returns (address);

    function originChainId(bytes32 assetId) external view returns (uint256);

    /// @notice How much of the asset is on the chain.
    function chainBalance(uint256 chainId, bytes32 assetId) external view returns (uint256);

    /// @notice Makes a token known and names this vault its handler. Anyone may call.
    function registerToken(address token) external;

    function registerEthToken() external;

    /// @notice As `registerToken`, unless it is known already.
    function ensureTokenIsRegistered(address token) external returns (bytes32);

    /// @notice Metadata of a token: 0x01 ‖ abi.encode(originChainId, name, symbol, decimals), the last three as they came.
    function getERC20Getters(address token, uint256 originChainId) external view returns (bytes memory);

    function ASSET_ROUTER() external view returns (address);

    function L1_NULLIFIER() external view returns (address);

    function L1_CHAIN_ID() external view returns (uint256);

    function WETH_TOKEN() external view returns (address);
}
