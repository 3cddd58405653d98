// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {FinalizeL1DepositParams} from "../common/Types.sol";
import {IPausableOwned} from "./IPausableOwned.sol";

/// @title L1Nullifier: memory of what was already paid out
/// @notice Every message that moves an asset to L1, and every failed deposit, passes here once. A withdrawal is known by
/// (chain, batch, index of its leaf).
///
/// Powers:
/// * owner: `setL1AssetRouter` and `setL1NativeTokenVault`, each once; `pause` and `unpause` (withdrawals and claims);
///   `upgradeToAndCall`, this contract's code; transfer of ownership in two steps;
/// * asset router: `bridgehubConfirmL2TransactionForwarded`.
interface IL1Nullifier is IPausableOwned {
    event BridgehubDepositFinalized(
        uint256 indexed chainId, bytes32 indexed txDataHash, bytes32 indexed l2DepositTxHash
    );
    event WithdrawalFinalized(
        uint256 indexed chainId, uint256 indexed l2BatchNumber, uint256 indexed l2MessageIndex, bytes32 assetId
    );
    event L1AssetRouterSet(address router);
    event L1NativeTokenVaultSet(address vault);

    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0xa741a045
    error AlreadySet();
    // 0xd92e233d
    error ZeroAddress();
    // 0xae899454
    error WithdrawalAlreadyFinalized();
    // 0x09bde339
    error InvalidProof();
    // 0x94666f0d
    error IndexOutOfRange(uint256 batchNumber, uint256 index);
    // 0x636c90db
    error WrongL2Sender(address sender);
    // 0x14375c3a
    error WrongMessageLength(uint256 length);
    // 0x12ba286f
    error InvalidSelector(bytes4 selector);
    // 0x24497bc3
    error WrongChain(uint256 messageChainId, uint256 chainId);
    // 0x42bce528
    error DepositDoesNotExist(bytes32 expected, bytes32 stored);
    // 0x8a7586ce
    error DepositAlreadyRecorded(bytes32 l2TxHash);

    /// @notice Completes a withdrawal. Anyone may call; the receiver that the message names is paid.
    ///
    /// Messages, by sender:
    /// * L2BaseToken: finalizeEthWithdrawal selector ‖ receiver 20 ‖ amount 32, or the same followed by the L2 sender 20 and
    ///   any data, which are not read here;
    /// * L2AssetRouter: finalizeDeposit selector ‖ L2 chain id 32 ‖ asset id 32 ‖
    ///   abi.encode(sender, receiver, originToken, amount, metadata).
    function finalizeDeposit(FinalizeL1DepositParams calldata params) external;

    function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex)
        external
        view
        returns (bool);

    /// @notice Gives a deposit back whose operation failed on L2. Anyone may call; `depositSender` is paid.
    /// @param assetData abi.encode(uint256 amount, address l2Receiver, address token), of which the amount counts
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) external;

    /// @notice Told by the asset router under which hash a deposit entered the queue.
    function bridgehubConfirmL2TransactionForwarded(uint256 chainId, bytes32 txDataHash, bytes32 txHash) external;

    /// @notice keccak(0x01 ‖ abi.encode(depositor, assetId, amount)) of the deposit that operation `l2TxHash` carries; zero if
    /// none or given back.
    function depositHappened(uint256 chainId, bytes32 l2TxHash) external view returns (bytes32);

    /// @notice The asset router of the chain, always the system address.
    function l2BridgeAddress(uint256 chainId) external view returns (address);

    function BRIDGE_HUB() external view returns (address);

    function l1AssetRouter() external view returns (address);

    function l1NativeTokenVault() external view returns (address);

    /* Owner */

    function setL1AssetRouter(address router) external;

    function setL1NativeTokenVault(address vault) external;
}
