// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What asset routers on L1 and L2 share
/// @notice Leading byte of deposit data: 0x01 ‖ abi.encode(bytes32 assetId, bytes assetHandlerData). For the native token
/// vault the handler data is abi.encode(uint256 amount, address receiver, address token). Data for the counterpart is
/// abi.encode(address originalCaller, address receiver, address originToken, uint256 amount, bytes tokenMetadata).
interface IAssetRouterBase {
    event BridgehubDepositBaseTokenInitiated(
        uint256 indexed chainId, address indexed from, bytes32 assetId, uint256 amount
    );
    event BridgehubDepositInitiated(
        uint256 indexed chainId,
        bytes32 indexed txDataHash,
        address indexed from,
        bytes32 assetId,
        bytes bridgeMintCalldata
    );
    event BridgehubWithdrawalInitiated(
        uint256 chainId, address indexed sender, bytes32 indexed assetId, bytes32 assetDataHash
    );
    event AssetHandlerRegistered(bytes32 indexed assetId, address indexed assetHandlerAddress);
    event DepositFinalizedAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData);

    function BRIDGE_HUB() external view returns (address);

    /// @notice Contract that holds or mints the asset on this chain; zero if unknown.
    function assetHandlerAddress(bytes32 assetId) external view returns (address);

    /// @notice Completes on this chain what was started on `chainId`. On L1 only the nullifier may call.
    function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes calldata transferData) external payable;
}
