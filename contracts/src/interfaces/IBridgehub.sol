// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2TransactionRequestDirect, L2TransactionRequestTwoBridgesOuter} from "../common/Types.sol";
import {IBridgehubMessageVerification} from "./IMessageVerification.sol";

/// @title The door to all chains: registry, requests from L1 to L2, proofs from L2 to L1
/// @notice Money never rests here: what a request pays goes to the asset router in the same call.
///
/// Powers of the owner:
/// * `setAddresses`, once: asset router and message root;
/// * `addChainTypeManager`, `removeChainTypeManager`: who may create chains;
/// * `addTokenAssetId`: what may be a base token;
/// * `createNewChain`;
/// * `pause`, `unpause`: requests from L1 to L2 (proofs and withdrawals are never paused here);
/// * `upgradeToAndCall`: this contract's code.
interface IBridgehub is IBridgehubMessageVerification {
    event NewChain(uint256 indexed chainId, address chainTypeManager, address indexed chainGovernance);
    event ChainTypeManagerAdded(address indexed chainTypeManager);
    event ChainTypeManagerRemoved(address indexed chainTypeManager);
    event BaseTokenAssetIdRegistered(bytes32 indexed assetId);
    event AddressesSet(address indexed assetRouter, address indexed messageRoot);

    /* Requests */

    /// @notice Puts a call into the queue of a chain. The caller is the sender on L2, under its alias if a contract.
    /// @dev `mintValue` must cover `l2TransactionBaseCost` at this transaction's gas price, plus `l2Value`; with ether as
    /// base token it is exactly `msg.value`. Unused gas and a failed `l2Value` go to `refundRecipient` on L2 (the sender,
    /// if zero). `factoryDeps` must be empty: code is deployed by transactions on L2.
    ///
    /// A `l2Value` above `mintValue` comes, as far as `mintValue` does not reach beyond the gas, out of the sender's balance on L2; then
    /// `mintValue` must cover the gas only, and the operation fails on L2 if the balance is too small. This is how ether leaves a chain
    /// whose operator does not take the sender's transactions.
    /// @return canonicalTxHash hash of the operation on L2
    function requestL2TransactionDirect(L2TransactionRequestDirect calldata request)
        external
        payable
        returns (bytes32 canonicalTxHash);

    /// @notice As above, but the call on L2 is what `secondBridgeAddress` answers to `bridgehubDeposit`, and that bridge is
    /// the sender on L2. `msg.value` is `mintValue + secondBridgeValue` with ether as base token.
    /// `l2Value` cannot be above `mintValue`: what the second bridge has on L2 is not the caller's.
    function requestL2TransactionTwoBridges(L2TransactionRequestTwoBridgesOuter calldata request)
        external
        payable
        returns (bytes32 canonicalTxHash);

    /// @notice Price of `l2GasLimit` gas on a chain, in its base token, when L1 gas costs `gasPrice`.
    function l2TransactionBaseCost(
        uint256 chainId,
        uint256 gasPrice,
        uint256 l2GasLimit,
        uint256 l2GasPerPubdataByteLimit
    ) external view returns (uint256);

    /* Registry */

    function getZKChain(uint256 chainId) external view returns (address);

    /// @notice The same as `getZKChain`, under the name that older clients use.
    function getHyperchain(uint256 chainId) external view returns (address);

    function getAllZKChainChainIDs() external view returns (uint256[] memory);

    function chainTypeManager(uint256 chainId) external view returns (address);

    function chainTypeManagerIsRegistered(address manager) external view returns (bool);

    /// @notice L1 address of the base token of a chain; address(1) is ether.
    function baseToken(uint256 chainId) external view returns (address);

    function baseTokenAssetId(uint256 chainId) external view returns (bytes32);

    function assetIdIsRegistered(bytes32 assetId) external view returns (bool);

    function assetRouter() external view returns (address);

    /// @notice The same as `assetRouter`, under the name that older clients use.
    function sharedBridge() external view returns (address);

    function messageRoot() external view returns (address);

    function L1_CHAIN_ID() external view returns (uint256);

    /* Owner */

    function setAddresses(address assetRouter, address messageRoot) external;

    function addChainTypeManager(address manager) external;

    function removeChainTypeManager(address manager) external;

    function addTokenAssetId(bytes32 assetId) external;

    /// @notice Creates a chain at an address that depends only on the manager's beacon and the chain id.
    /// @param initData abi.encode(ChainParams)
    /// @return the address of the chain
    function createNewChain(
        uint256 chainId,
        address manager,
        bytes32 baseTokenAssetId,
        address admin,
        bytes calldata initData
    ) external returns (address);

    function pause() external;

    function unpause() external;
}
